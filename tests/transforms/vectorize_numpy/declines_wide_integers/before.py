def mixed(xs):
    out = []
    for x in xs:
        out.append(x * 9223372036854775807 * 9223372036854775807)
    return out


print(mixed([1, 2, 3]))
