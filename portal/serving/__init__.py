"""Between the web server and Django: what a client may send, and for how long anybody waits for it.

granian hands requests to `application.Application`. Its event loop waits for clients; Django runs in a few threads,
which are given a request only when it has arrived completely, and which never wait for somebody to read an answer.
"""
