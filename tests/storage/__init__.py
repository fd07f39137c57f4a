"""Tests of the storage layer: real files in a folder of their own."""
