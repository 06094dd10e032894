import time


def load(key):
    time.sleep(0.002)
    return key + key.upper()


def load_all(keys):
    return [load(key) for key in keys]
