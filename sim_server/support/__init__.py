"""The technical support that unlinks where no button does."""
