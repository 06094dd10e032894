import numpy as np


def smooth(image, passes):
    result = image.astype(float)
    for _ in range(passes):
        inner = (result[1:-1] * 2 + result[:-2] + result[2:]) / 4
        result = np.zeros(result.shape)
        result[1:-1] = inner
    return result


rng = np.random.default_rng(7)
signals = rng.normal(size=(40, 6000))
spectra = np.array([np.abs(np.fft.rfft(smooth(signal, 20))) for signal in signals])
print(spectra.shape, spectra.max())
