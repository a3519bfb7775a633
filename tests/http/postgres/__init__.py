"""The same simulator on PostgreSQL, and several processes of it on one database."""
