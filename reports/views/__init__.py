"""The pages of the report: each module takes the computed model and yields its pages."""
