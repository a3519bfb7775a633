"""What is measured by hand: `python -m tests.bench.big_report`. Nothing here is collected or times itself."""
