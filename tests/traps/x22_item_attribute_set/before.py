import sys


class Particle:
    def __init__(self, n):
        self.n = n
        self.speed = None

    def advance(self):
        value = self.n
        for _ in range(20_000):
            value = (value * 1103515245 + 12345) % 2147483648
        self.speed = value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
particles = [Particle(n) for n in range(size)]
for particle in particles:
    particle.advance()
print([p.speed % 100 for p in particles])
