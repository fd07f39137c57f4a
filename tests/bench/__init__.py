"""Speed budgets: ratios in one run."""
