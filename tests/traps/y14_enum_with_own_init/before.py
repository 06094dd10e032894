import sys
from enum import Enum


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


class Planet(Enum):
    EARTH = (1, [])
    MARS = (2, [])

    def __init__(self, mass, visits):
        self.mass = mass
        self.visits = visits


def visit(n):
    planet = Planet.EARTH if n % 2 else Planet.MARS
    planet.visits.append(n)
    return burn(n) + len(planet.visits)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
visits = []
for n in range(size):
    visits.append(visit(n))
print(visits)
