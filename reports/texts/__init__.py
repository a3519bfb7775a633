"""Reading documents for people: any format in, blocks and sentences with their places out. Imports nothing of ours."""
