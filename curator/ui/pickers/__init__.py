"""Small pickers that several views offer: a reason, a politician."""
