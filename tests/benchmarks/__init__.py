"""Speed, told as ratios to floors measured in the same run; `make bench` runs them."""
