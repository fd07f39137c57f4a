"""What a good coach would ask: question sets, signs of a weak answer, the plan review, ideas. Pure."""
