# SPDX-License-Identifier: Apache-2.0
"""Potential energy of charged particles; computed in parallel."""
import sys
from concurrent.futures import ProcessPoolExecutor


class Particle:
    def __init__(self, number, x, y, charge):
        self.number = number
        self.x = x
        self.y = y
        self.charge = charge
        self._potential = None
        self.force = (0.0, 0.0)

    def set_potential(self, value):
        self._potential = value

    def get_potential(self):
        return self._potential


class Cloud:
    def __init__(self, count):
        self.particles = []
        for k in range(count):
            x, y = k * 7919 % 1009 / 10, k * 104_729 % 997 / 10
            self.particles.append(Particle(k, x, y, 1.0 if k % 3 else -2.0))

    def potential_at(self, index):
        me = self.particles[index]
        potential = fx = fy = 0.0
        for other in self.particles:
            if other.number == me.number:
                continue
            dx, dy = me.x - other.x, me.y - other.y
            distance = (dx * dx + dy * dy + 0.01) ** 0.5
            strength = me.charge * other.charge / distance
            potential += strength
            fx += strength * dx / (distance * distance)
            fy += strength * dy / (distance * distance)
        return potential, (fx, fy)

    def update(self):
        indices = range(len(self.particles))
        with ProcessPoolExecutor(initializer=share, initargs=(self,)) as pool:
            for i, (potential, force) in enumerate(pool.map(shared_potential, indices, chunksize=64)):
                self.particles[i].set_potential(potential)
                self.particles[i].force = force

    def energy(self):
        return sum(particle.get_potential() for particle in self.particles) / 2


shared = None


def share(cloud):
    global shared
    shared = cloud


def shared_potential(index):
    return shared.potential_at(index)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_500
    cloud = Cloud(count)
    cloud.update()
    print("energy", cloud.energy())
    for particle in cloud.particles[:5]:
        fx, fy = particle.force
        print(f"{particle.number}: potential {particle.get_potential():.9f}, force {fx:+.9f} {fy:+.9f}")


if __name__ == "__main__":
    main()
