"""Every sentence a scenario may say, gathered from the definitions and told to authors, editors and reports."""
