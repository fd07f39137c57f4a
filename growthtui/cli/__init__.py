"""The line front end: click commands, one file per group, and the one place where errors become exit codes."""
