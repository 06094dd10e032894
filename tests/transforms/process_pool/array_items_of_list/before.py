import numpy as np


def smooth(image, passes):
    result = image.astype(float)
    for _ in range(passes):
        inner = (result[1:-1] * 2 + result[:-2] + result[2:]) / 4
        result = np.zeros(result.shape)
        result[1:-1] = inner
    return result


def main():
    rng = np.random.default_rng(7)
    images = [rng.integers(0, 256, (90, 90)) for _ in range(16)]
    smoothed = []
    for image in images:
        smoothed.append(smooth(image, 20))
    for number, image in enumerate(smoothed):
        print(number, f"{image.mean():.9f}")


main()
