def first_large(xs):
    for place in range(len(xs)):
        if xs[place] > 1.0:
            break
    return place


print(first_large([0.5, 2.0]))
