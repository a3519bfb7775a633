"""The mailboxes of the people: letters that reached an e-mail address."""
