"""Records and gold records come in; how often each field is right goes out, as pages and as tables.

`python -m tests.accuracy` writes the pages; tests/test_accuracy.py says whether they are current.
"""
