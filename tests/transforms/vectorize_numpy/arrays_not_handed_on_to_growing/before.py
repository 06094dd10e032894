# How many turns the first loop has is asked of the list that it fills.
def total(k):
    xs = []
    for i in range(len(xs)):
        xs.append(2.0)
    s = 0.5
    for v in xs:
        s += v + k
    print(s, len(xs))


total(0.25)
