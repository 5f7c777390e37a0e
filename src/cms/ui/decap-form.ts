export { default } from 'decap-cms-core/dist/esm/components/Editor/Editor';
