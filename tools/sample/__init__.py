"""The invented people of the sample catalogue, drawn from formulas alone."""
