"""What `build_model.py` is made of: data, training, calibration, evaluation."""
