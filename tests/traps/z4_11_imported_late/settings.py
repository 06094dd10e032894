STEP = 1


def set_step(value):
    global STEP
    STEP = value
