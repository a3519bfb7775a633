"""The sentences of the scenarios; every module here is discovered, in an order that never matters."""
