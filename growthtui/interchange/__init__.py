"""What comes in and goes out without loss: plan text, growthplan/1, growthjournal/1, other journals."""
