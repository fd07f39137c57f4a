"""What the log shows: rhythm, balance, cadence kept, what is quiet. Pure."""
