"""Pictures and charts as books show them: numbered, and as large as they print well."""
