"""The packet: one document for one reader, looked at before it leaves."""
