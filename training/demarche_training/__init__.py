"""How the weights in models/en/ come to be: from treebanks and name sets to int8 ONNX."""
