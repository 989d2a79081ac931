"""What people hand in: folders and tables, read into candidates without decoding a picture."""
