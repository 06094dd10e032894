class Particle:
    def __init__(self, x):
        self.x = x
        self.force = (0.0, 0.0)


def force_at(particles, i):
    total = 0.0
    for other in particles:
        distance = other.x - particles[i].x
        total += distance / (1.0 + distance * distance)
    return total, -total


def main():
    particles = [Particle(n * n % 17 / 3) for n in range(40)]
    for i in range(len(particles)):
        particles[i].force = force_at(particles, i)
    print(sum(p.force[0] for p in particles), particles[3].force)


main()
