import numpy as np


def pyramid(seed, levels):
    image = np.random.default_rng(seed).normal(size=(256, 256))
    images = [image]
    for _ in range(levels):
        image = (image[::2, ::2] + image[1::2, ::2] + image[::2, 1::2] + image[1::2, 1::2]) / 4
        images.append(image)
    return images


def main():
    pyramids = []
    for seed in range(40):
        pyramids.append(pyramid(seed, 4))
    for images in pyramids[::13]:
        print([image.shape for image in images], images[-1].sum())


if __name__ == "__main__":
    main()
