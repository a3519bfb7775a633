"""The parents' diary of Moscow, on the web and as an app."""
