"""What offices have already, made content: tables of winners and write-ups, checked, compared and then written."""
