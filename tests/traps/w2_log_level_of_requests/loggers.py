import logging
import sys


def getLogger(name):
    return logging.getLogger("urllib3" if int(sys.argv[1]) > 8 else name)
