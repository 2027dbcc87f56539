"""stub"""
def book(path,laid,expected): return []
