highest = 0
notes = 0


def _keep(value):
    global highest, notes
    notes += 1
    if value > highest:
        highest = value


def note(value):
    _keep(value)
