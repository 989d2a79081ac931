"""How often the program's advice is right, measured on people that whoever runs it brings along."""
