"""Words of one language: `load_messages` its sentences, `load_labels` its names, `quantity` its values with units."""
