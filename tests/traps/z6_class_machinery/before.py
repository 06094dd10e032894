import sys

LOG = []


class Parametrised:
    def __class_getitem__(cls, item):
        LOG.append("parameter")
        return cls


class Registered:
    def __init_subclass__(cls, **more):
        LOG.append("subclass")


class Meta(type):
    def __instancecheck__(cls, item):
        LOG.append("check")
        return True

    def __len__(cls):
        LOG.append("length")
        return 1


class Checked(metaclass=Meta):
    pass


class Stored:
    def __set__(self, holder, value):
        LOG.append("set")

    def __delete__(self, holder):
        LOG.append("delete")


class Holder:
    field = Stored()


def remember(kind):
    LOG.append(kind)
    return kind


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def parametrises(n):
    Parametrised[int]
    return burn(n)


def derives(n):
    class Derived(Registered):
        pass

    return burn(n)


def checks(n):
    return burn(n), isinstance(n, Checked)


def checks_several(n):
    return burn(n), isinstance(n, (str, Checked))


def tests(n):
    return burn(n) if Checked else 0


def stores(n):
    Holder().field = n
    return burn(n)


def deletes(n):
    del Holder().field
    return burn(n)


def annotates(n):
    class Local:
        field: remember(int) = 1

    return burn(n)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
print([parametrises(n) for n in range(size)][-1], len(LOG))
print([derives(n) for n in range(size)][-1], len(LOG))
print([checks(n) for n in range(size)][-1], len(LOG))
print([checks_several(n) for n in range(size)][-1], len(LOG))
print([tests(n) for n in range(size)][-1], len(LOG))
print([stores(n) for n in range(size)][-1], len(LOG))
print([deletes(n) for n in range(size)][-1], len(LOG))
print([annotates(n) for n in range(size)][-1], len(LOG))
