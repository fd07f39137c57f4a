"""Fault injection: kills and errors at every system call of the write path, full disks, damaged files, many writers.

The campaign runs by itself, too: `python -m tests.faults.campaign --help`.
"""
