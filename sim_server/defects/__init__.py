"""Known defects of the product, switched on in worlds that ask for them. The folder's README has the law."""
