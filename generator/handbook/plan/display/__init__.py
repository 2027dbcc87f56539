"""Pages that are looked at rather than read: patterns, opening spreads, titles of parts, honours."""
