import threading


def scaled(value, factor):
    return value * factor + 1


def scale(values, factor):
    result = []
    for value in values:
        result.append(scaled(value, factor))
    return result


worker = threading.Thread(target=print, args=(scale([1, 2, 3], 4),))
worker.start()
worker.join()
