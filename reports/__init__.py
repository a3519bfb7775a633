"""After the run: the record as one stream of Cucumber Messages, and everything computed from that stream."""
