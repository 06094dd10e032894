asked = []


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    asked.append(name)
    return len(asked)
