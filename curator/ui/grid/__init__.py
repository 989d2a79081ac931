"""The grid of faces: one crop a submission, nearest to the claim first, to be decided in bulk."""
