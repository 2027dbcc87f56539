"""Text and pictures counted beforehand, so that pages are well filled."""
