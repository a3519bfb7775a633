"""The linter's own rules: a run carries out what they find, so each says whether it is a remark or advice."""
