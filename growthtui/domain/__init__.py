"""The words of the program, frozen and pure: plan, week, session, rating."""
