def watch():
    pass
