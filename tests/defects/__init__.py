"""Every known defect has a consequence; here it is shown without a scenario."""
